using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.DataProtection;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Máy lấy số: a device in the hall that a clerk opened for a counter, for the day. Its cookie opens nothing but the page on which numbers are drawn.
/// </summary>
public sealed class QueueDevice(IHttpContextAccessor http, IDataProtectionProvider protection, OfficeClock clock)
{
    public const string Folder = "/lay-so";
    private const string Name = "Máy lấy số";
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private readonly SealedCookie cookie = new(http, protection, "may-lay-so");

    /// <summary>The device at work for its counter; null when no clerk opened it, or not today.</summary>
    public Actor? Actor =>
        cookie.Value?.Split(' ') is [var counter, var day] && day == Today ? new Actor(null, Name, [new RoleHolding(StaffRole.CounterClerk, counter)]) : null;

    private string Today => LocalDatePattern.Iso.Format(clock.Today);

    public void OpenFor(string counter) => cookie.Write($"{counter} {Today}", Folder, OneDay);
}
