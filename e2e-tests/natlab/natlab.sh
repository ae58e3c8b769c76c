#!/usr/bin/env bash
#
# natlab.sh: two homes, a carrier and an internet, made of Linux network namespaces.
#
#   natlab.sh possible            say what is missing here for a lab, if anything
#   natlab.sh up                  build the lab, both homes behind portrestricted
#   natlab.sh nat a|b KIND        another kind of NAT for a home, live
#   natlab.sh loss PERCENT        drop that share of the packets that the home routers forward
#   natlab.sh exec NODE COMMAND…  run something at pub | nata | natb | cgn | a1 | b1
#   natlab.sh down
#
# Needs root, iproute2, nftables, conntrack; tcpdump to listen, socat for the browsers. Everything is in namespaces named
# $NATLAB-…; the host's own network is not touched, and no packet can leave them. If $NATLAB ends in the number of a
# process, the lab of a process that is gone is taken down by the next `up`.
#
#   a1 192.168.1.2 --- nata 198.51.100.11 --.              .-- 203.0.113.10  page, TURN
#                      (or via cgn ..21)    +-- pub -------+
#                                           |  198.51.100.1 '- 203.0.113.11  a second address
#   b1 192.168.2.2 --- natb 198.51.100.12 --'
#                      (or via cgn ..22)
#
# KINDs, in the words of RFC 4787: mapping / filtering
#   open            no NAT, no filter: the home is routed as it is
#   fullcone        endpoint-independent / endpoint-independent
#   addrrestricted  endpoint-independent / address-dependent
#   portrestricted  endpoint-independent / address-and-port-dependent (most homes)
#   symmetric       address-and-port-dependent / the same, a random port per peer
#   udpblocked      no UDP at all, any TCP out
#   tcp443          only TCP to ports 80 and 443 out (a strict office)
#   cgnat           a portrestricted home behind a portrestricted carrier
#   cgnat-sym       a portrestricted home behind a symmetric carrier
# No router hairpins, as most do not: two homes behind the one carrier cannot reach each other by its addresses. A
# change of kinds breaks the connections that run through that router.
#
set -euo pipefail

lab=${NATLAB:-passerby-lab}
nodes=(pub nata natb cgn a1 b1)
kinds="open fullcone addrrestricted portrestricted symmetric udpblocked tcp443 cgnat cgnat-sym"

die() { echo "natlab: $*" >&2; exit 1; }
lacking() { echo "No NAT lab here: it needs $*." >&2; exit 69; }
at() { ip netns exec "$lab-$1" "${@:2}"; }

possible() {
  local tool
  [ "$(id -u)" = 0 ] || lacking "root, to make network namespaces"
  for tool in ip nft conntrack socat tcpdump turnserver; do
    command -v $tool >/dev/null ||
      lacking "$tool (Debian, Ubuntu: apt-get install iproute2 nftables conntrack socat tcpdump coturn)"
  done
  ip netns add "$lab-try" 2>/dev/null || lacking "network namespaces, and none can be made here"
  local nft=true
  at try nft add table ip natlab 2>/dev/null || nft=false
  ip netns del "$lab-try"
  $nft || lacking "nftables, which does not work in the namespaces of this machine"
}

# --- up and down ---------------------------------------------------------------------------------

up() {
  reap
  down
  local node
  for node in "${nodes[@]}"; do
    ip netns add "$lab-$node"
    # IPv4 alone keeps the lists of candidates short and the results comparable.
    at "$node" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
    at "$node" ip link set lo up
  done
  for node in pub nata natb cgn; do at "$node" sysctl -qw net.ipv4.ip_forward=1; done

  # The internet: a bridge in pub, the server's addresses on its loopback.
  at pub ip link add inet type bridge
  at pub ip link set inet up
  at pub ip addr add 198.51.100.1/24 dev inet
  at pub ip addr add 203.0.113.10/32 dev lo
  at pub ip addr add 203.0.113.11/32 dev lo
  for node in nata natb cgn; do
    link pub "to-$node" "$node" wan
    at pub ip link set "to-$node" master inet
  done

  carrier
  home a 1
  home b 2
}

# link NODE IF NODE IF: a cable.
link() {
  ip link add "$2" netns "$lab-$1" type veth peer name "$4" netns "$lab-$3"
  at "$1" ip link set "$2" up
  at "$3" ip link set "$4" up
}

home() { # SITE NUMBER
  link "nat$1" lan "${1}1" eth0
  at "nat$1" ip addr add "192.168.$2.1/24" dev lan
  at "${1}1" ip addr add "192.168.$2.2/24" dev eth0
  at "${1}1" ip route add default via "192.168.$2.1"
  link cgn "home-$1" "nat$1" cwan
  at cgn ip addr add "100.64.$2.1/24" dev "home-$1"
  nat "$1" portrestricted
}

# One box for both homes, with one public address for each.
carrier() {
  at cgn ip addr add 198.51.100.21/24 dev wan
  at cgn ip addr add 198.51.100.22/24 dev wan
  at cgn ip route add default via 198.51.100.1
  at cgn nft -f - <<NFT
table ip natlab {
  chain post_a { type nat hook postrouting priority srcnat; }
  chain post_b { type nat hook postrouting priority srcnat; }
  chain input { type filter hook input priority filter; policy drop;
    ct state established,related accept
    meta l4proto icmp accept
  }
  chain forward { type filter hook forward priority filter; policy drop;
    iifname { "home-a", "home-b" } accept
    ct state established,related accept
  }
}
NFT
}

down() {
  local node pid
  for node in $(ip netns list | awk -v lab="$lab-" 'index($1, lab) == 1 { print $1 }'); do
    # What still runs inside was started for the lab.
    for pid in $(ip netns pids "$node" 2>/dev/null); do kill -9 "$pid" 2>/dev/null || true; done
    ip netns del "$node"
  done
}

reap() {
  local owner
  for owner in $(ip netns list | awk '{ print $1 }' | sed -n "s/^\(.*-\([0-9]*\)\)-pub$/\1:\2/p"); do
    case $owner in
      "${lab%-*}"-*) [ -d "/proc/${owner#*:}" ] || NATLAB=${owner%:*} "$0" down ;;
    esac
  done
}

# --- NAT -----------------------------------------------------------------------------------------

nat() { # a|b KIND
  local site=$1 kind=$2 router=nat$1 n
  case $site in a) n=1 ;; b) n=2 ;; *) die "a home is a or b, not '$site'" ;; esac
  case " $kinds " in *" $kind "*) ;; *) die "'$kind' is no kind of NAT; these are: $kinds" ;; esac
  at "$router" ip addr flush dev wan
  at "$router" ip addr flush dev cwan
  at pub ip route del "192.168.$n.0/24" 2>/dev/null || true
  case $kind in
    cgnat)
      uplink cwan "100.64.$n.2/24" "100.64.$n.1"
      rules portrestricted cwan
      carry persistent ;;
    cgnat-sym)
      uplink cwan "100.64.$n.2/24" "100.64.$n.1"
      rules portrestricted cwan
      carry random,fully-random ;;
    *)
      uplink wan "198.51.100.1$n/24" 198.51.100.1
      [ "$kind" != open ] || at pub ip route replace "192.168.$n.0/24" via "198.51.100.1$n"
      rules "$kind" wan ;;
  esac
}

uplink() { # IF ADDRESS GATEWAY
  at "$router" ip addr add "$2" dev "$1"
  at "$router" ip route replace default via "$3" dev "$1"
}

carry() { # HOW
  at cgn nft -f - <<NFT
flush chain ip natlab post_$site
add rule ip natlab post_$site oifname "wan" ip saddr 100.64.$n.0/24 snat to 198.51.100.2$n $1
NFT
  forget cgn
}

# A change of rules leaves mappings as they are.
forget() { at "$1" conntrack -F >/dev/null 2>&1; }

# Whatever comes unasked for the router itself must be dropped in `input`. Otherwise Linux keeps an entry for it, that
# port counts as used, a packet that goes out later gets another one, and a cone NAT behaves like a symmetric one.
rules() { # KIND UPLINK
  local lan=192.168.$n.0/24 host=192.168.$n.2 wan=iifname\ \"$2\"
  local post="oifname \"$2\" ip saddr $lan masquerade" pre='' first='' in='' out='iifname "lan" accept'
  case $1 in
    open) post='' in="$wan accept" ;;
    fullcone)
      pre="$wan meta l4proto udp dnat to $host"
      in="$wan meta l4proto udp accept" ;;
    addrrestricted) # as fullcone, from addresses that the home has sent to
      first='iifname "lan" meta l4proto udp update @contacted { ip daddr }'
      pre="$wan meta l4proto udp ip saddr @contacted dnat to $host"
      in="$wan meta l4proto udp ip saddr @contacted accept" ;;
    portrestricted) ;;
    symmetric) post+=' random,fully-random' ;;
    udpblocked) first='meta l4proto udp drop' ;;
    tcp443) out='iifname "lan" tcp dport { 80, 443 } accept' ;;
  esac
  at "$router" nft -f - <<NFT
table ip natlab
delete table ip natlab
table ip natlab {
  set contacted { type ipv4_addr; flags dynamic, timeout; timeout 60s; }
  chain pre { type nat hook prerouting priority dstnat; $pre
  }
  chain post { type nat hook postrouting priority srcnat; $post
  }
  chain input { type filter hook input priority filter; policy drop;
    iifname { "lo", "lan" } accept
    ct state established,related accept
    meta l4proto icmp accept
  }
  chain forward { type filter hook forward priority filter; policy drop;
    ct state invalid drop
    $first
    ct state established,related accept
    $out
    $in
  }
}
NFT
  forget "$router"
}

# --- faults --------------------------------------------------------------------------------------

# By nft, which every kernel has; a change of NAT keeps it.
loss() { # PERCENT
  local router
  for router in nata natb; do
    at "$router" nft -f - <<NFT
table ip natlab_loss
delete table ip natlab_loss
table ip natlab_loss {
  chain forward { type filter hook forward priority -10; numgen random mod 100 < $1 drop; }
}
NFT
  done
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command/$# in
  possible/0 | up/0 | down/0 | nat/2 | loss/1) "$command" "$@" ;;
  exec/0 | exec/1) die "exec NODE COMMAND…" ;;
  exec/*) exec ip netns exec "$lab-$1" "${@:2}" ;;
  *) sed -n '3,/^set -/{/^set -/d; s/^# \{0,1\}//; p}' "$0" >&2; exit 64 ;;
esac
