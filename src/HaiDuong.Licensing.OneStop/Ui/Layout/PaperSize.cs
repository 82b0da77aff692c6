using Microsoft.AspNetCore.WebUtilities;

namespace HaiDuong.Licensing.OneStop.Ui.Layout;

/// <summary>Khổ giấy of what is printed from a page: chosen once, remembered in the browser.</summary>
public static class PaperSize
{
    public const string Parameter = "kho";

    /// <summary>Where the script of the page keeps the choice too.</summary>
    private const string Cookie = "hd-paper";

    /// <summary>As the style sheets of the sizes are called; the first is what is printed on while nothing was chosen.</summary>
    public static IReadOnlyList<string> All { get; } = ["a5", "a4", "slip80"];

    /// <summary>The size of this request; what the address names is remembered.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Request.Query[Parameter].ToString() is var asked && All.Contains(asked))
        {
            context.Response.Cookies.Append(
                Cookie,
                asked,
                new CookieOptions
                {
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                }
            );
            return asked;
        }

        return context.Request.Cookies[Cookie] is { } kept && All.Contains(kept) ? kept : All[0];
    }

    /// <summary>The same page on another size.</summary>
    public static string Href(HttpRequest request, string size) =>
        QueryHelpers.AddQueryString(
            request.Path,
            request.Query.Where(part => part.Key != Parameter).Append(KeyValuePair.Create(Parameter, new Microsoft.Extensions.Primitives.StringValues(size)))
        );
}
