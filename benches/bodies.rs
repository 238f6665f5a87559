//! Bodies to measure with: right requests, as long as their lists are.

use std::fmt::Write as _;

/// A body to measure with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The edition it is checked as.
    pub(crate) edition: &'static str,
    /// Makes the text.
    pub(crate) text: fn() -> String,
}

/// Every body, the smallest first of those that grow by node pools; the last grows by nothing but short strings.
pub(crate) const CASES: [Case; 4] = [
    Case { name: "1 pool", edition: "ack-dedicated", text: || node_pools(1) },
    Case { name: "100 pools", edition: "ack-dedicated", text: || node_pools(100) },
    Case { name: "2,000 pools", edition: "ack-dedicated", text: || node_pools(2000) },
    Case { name: "short strings", edition: "cce-otc", text: || short_strings(170_000) },
];

/// A body of `ack-dedicated` with so many node pools, pretty-printed.
fn node_pools(count: usize) -> String {
    let mut pools = String::new();
    for at in 0..count {
        let _ = write!(
            pools,
            r#"{}{{
      "auto_scaling": {{
        "enable": true,
        "max_instances": 3,
        "min_instances": 1,
        "type": "cpu"
      }},
      "kubernetes_config": {{
        "cms_enabled": true,
        "cpu_policy": "none",
        "labels": [
          {{
            "key": "env",
            "value": "prod-{at}"
          }}
        ],
        "runtime": "containerd",
        "runtime_version": "1.6.28",
        "taints": [
          {{
            "key": "dedicated",
            "value": "batch",
            "effect": "NoSchedule"
          }}
        ],
        "user_data": "dGhpcyBpcyBhIG1lYXN1cmVtZW50"
      }},
      "nodepool_info": {{
        "name": "pool-{at}",
        "resource_group_id": "rg-acfmyvw3wjmb7xy",
        "type": "ess"
      }},
      "scaling_group": {{
        "data_disks": [
          {{
            "category": "cloud_essd",
            "size": 40,
            "encrypted": "true",
            "auto_snapshot_policy_id": "sp-2zej1nogjvovnz4z9a",
            "performance_level": "PL1"
          }}
        ],
        "instance_charge_type": "PostPaid",
        "instance_types": ["ecs.d1ne.2xlarge", "ecs.c6.large"],
        "key_pair": "pool-key",
        "platform": "CentOS",
        "spot_strategy": "NoSpot",
        "scaling_policy": "release",
        "security_group_id": "sg-wz9a8g2mt6x5llu0{at}",
        "system_disk_category": "cloud_essd",
        "system_disk_size": 120,
        "system_disk_performance_level": "PL1",
        "tags": [
          {{
            "key": "team",
            "value": "platform-{at}"
          }}
        ],
        "vswitch_ids": ["vsw-wz9mfnhmssud6eicu{at}"],
        "multi_az_policy": "COST_OPTIMIZED",
        "internet_charge_type": "PayByTraffic",
        "internet_max_bandwidth_out": 5
      }},
      "tee_config": {{
        "tee_enable": false
      }},
      "management": {{
        "enable": true,
        "auto_repair": true,
        "upgrade_config": {{
          "auto_upgrade": false,
          "surge": 1,
          "max_unavailable": 1
        }}
      }}
    }}"#,
            comma(at)
        );
    }
    format!(
        r#"{{
  "name": "measured-cluster",
  "region_id": "cn-zhangjiakou",
  "cluster_type": "Kubernetes",
  "kubernetes_version": "1.28.9-aliyun.1",
  "runtime": {{
    "name": "containerd",
    "version": "1.6.28"
  }},
  "vpcid": "vpc-8vbh3b9a2f38urhls0aa",
  "container_cidr": "10.0.0.0/10",
  "service_cidr": "172.21.0.0/20",
  "node_cidr_mask": "26",
  "is_enterprise_security_group": true,
  "snat_entry": true,
  "endpoint_public_access": true,
  "ssh_flags": true,
  "timezone": "Asia/Shanghai",
  "proxy_mode": "ipvs",
  "deletion_protection": true,
  "timeout_mins": 60,
  "cluster_domain": "cluster.local",
  "master_count": 3,
  "image_type": "CentOS",
  "os_type": "Linux",
  "master_vswitch_ids": ["vsw-8vbmoffowsztjaawjtyza", "vsw-8vbmoffowsztjaawjtyzb", "vsw-8vbmoffowsztjaawjtyzc"],
  "master_instance_types": ["ecs.c6.large", "ecs.c6.large", "ecs.c6.large"],
  "master_system_disk_category": "cloud_essd",
  "master_system_disk_size": 120,
  "master_instance_charge_type": "PostPaid",
  "key_pair": "master-key",
  "addons": [
    {{
      "name": "flannel"
    }},
    {{
      "name": "csi-plugin"
    }},
    {{
      "name": "csi-provisioner"
    }},
    {{
      "name": "nginx-ingress-controller",
      "config": "{{\"IngressSlbNetworkType\":\"internet\"}}"
    }}
  ],
  "cloud_monitor_flags": true,
  "nodepools": [
    {pools}
  ]
}}
"#
    )
}

/// A body of `cce-otc` of about `size` bytes, which its document lets grow by lists of names and ranges only.
fn short_strings(size: usize) -> String {
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
