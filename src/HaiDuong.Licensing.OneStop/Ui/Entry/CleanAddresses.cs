using Microsoft.AspNetCore.Http.Features;

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>Hands on every query string as <see cref="CleanText"/>.</summary>
public sealed class CleanAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!CleanText.IsClean(context.Request.Query))
            context.Features.Set<IQueryFeature>(
                new QueryFeature(new QueryCollection(CleanText.Of(context.Request.Query).ToDictionary(StringComparer.OrdinalIgnoreCase)))
            );
        return next(context);
    }
}
