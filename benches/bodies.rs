//! Bodies to measure with: one right request of `cce-otc`, whose lists are as long as the size asks for.

use std::fmt::Write as _;

/// The sizes measured, in bytes, and what they are called.
pub(crate) const SIZES: [(usize, &str); 3] =
    [(5_000, "5 KB"), (170_000, "170 KB"), (3_400_000, "3.4 MB")];

/// A body of about `size` bytes: every table of the document, ranges as objects, names and ranges as strings, pretty-printed.
pub(crate) fn body(size: usize) -> String {
    let mut masters = String::new();
    for zone in 1..=3 {
        let _ = write!(
            masters,
            "{}{{\n        \"availabilityZone\": \"eu-de-0{zone}\"\n      }}",
            comma(zone - 1)
        );
    }
    let (mut ranges, mut names, mut trusted) = (String::new(), String::new(), String::new());
    let mut at = 0;
    while ranges.len() + names.len() + trusted.len() + 1_500 < size {
        let low = at % 256;
        // There are 2,048 networks of the recommended size in 10.0.0.0/8.
        if at < 2048 {
            let _ = write!(
                ranges,
                "{}{{\n          \"cidr\": \"10.{}.{}.0/19\"\n        }}",
                comma(at),
                at / 8,
                at % 8 * 32
            );
        }
        let _ = write!(names, "{}\n      \"api-{at}.cluster.example.com\"", comma(at));
        let _ = write!(trusted, ",\n        \"100.{}.{low}.0/24\"", 64 + at / 256 % 64);
        at += 1;
    }
    format!(
        r#"{{
  "kind": "Cluster",
  "apiVersion": "v3",
  "metadata": {{
    "name": "measured-cluster",
    "annotations": {{
      "cluster.install.addons.external/install": "[{{\"addonTemplateName\":\"icagent\"}}]"
    }}
  }},
  "spec": {{
    "category": "CCE",
    "type": "VirtualMachine",
    "flavor": "cce.s2.large",
    "version": "v1.25",
    "description": "a body to measure with",
    "customSan": [{names}
    ],
    "ipv6enable": false,
    "hostNetwork": {{
      "vpc": "23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1",
      "subnet": "c90b3ce5-e1f1-4c87-a006-644d78846438"
    }},
    "containerNetwork": {{
      "mode": "vpc-router",
      "cidrs": [{ranges}]
    }},
    "publicAccess": {{
      "cidrs": ["10.0.0.0/8"{trusted}
      ]
    }},
    "authentication": {{
      "mode": "rbac"
    }},
    "masters": [{masters}],
    "kubernetesSvcIpRange": "192.168.0.0/20",
    "kubeProxyMode": "ipvs",
    "extendParam": {{
      "alpha.cce/fixPoolMask": "25",
      "kubernetes.io/cpuManagerPolicy": "none"
    }}
  }}
}}
"#
    )
}

fn comma(at: usize) -> &'static str {
    if at == 0 { "" } else { ", " }
}
