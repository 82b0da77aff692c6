using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Identity;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Notes what was refused to somebody who is logged in, and every file that leaves the office as a table or an archive.</summary>
public sealed class SecurityWatch(RequestDelegate next)
{
    private static readonly string[] Tables = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"];

    public async Task InvokeAsync(HttpContext context, SecurityLog log, CurrentActor current)
    {
        var asked = $"{context.Request.Method} {context.Request.Path}";
        await next(context);
        if (SessionCookie.AccountOf(context.User) is not { } account || KindOf(context.Response, asked) is not { } kind)
            return;
        await log.NoteAsync(kind, account, (await current.GetAsync(CancellationToken.None)).Name, asked, CancellationToken.None);
    }

    private static SecurityEventKind? KindOf(HttpResponse response, string asked)
    {
        if (response.StatusCode == StatusCodes.Status200OK)
            return Tables.Any(table => response.ContentType?.StartsWith(table, StringComparison.Ordinal) == true) ? SecurityEventKind.Exported : null;
        var refused = response.StatusCode == StatusCodes.Status403Forbidden && !asked.Contains(" /loi/", StringComparison.Ordinal);
        var sentAway = response.StatusCode == StatusCodes.Status302Found && response.Headers.Location.ToString().Contains("/loi/403", StringComparison.Ordinal);
        return refused || sentAway ? SecurityEventKind.Refused : null;
    }
}
