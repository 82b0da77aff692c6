using System.Net;
using System.Net.Sockets;

namespace HaiDuong.Licensing.OneStop.Access.Security;

/// <summary>Where a request comes from, as limits count it; behind a proxy of the configuration it is the address that the proxy saw.</summary>
public static class VisitorAddress
{
    /// <summary>One subscriber holds a whole /64 of IPv6, so that is one address here.</summary>
    public static string Of(HttpContext? context) =>
        context?.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]) + "/64",
            { } address => address.ToString(),
        };
}
