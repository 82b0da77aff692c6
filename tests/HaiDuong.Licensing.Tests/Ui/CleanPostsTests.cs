using HaiDuong.Licensing.OneStop.Ui.Entry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

public sealed class CleanPostsTests
{
    [Test]
    public async Task FilesThatAreTooLarge_AreRefusedAsFiles()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[100]), "file", "big.pdf" } };
        var request = new DefaultHttpContext();
        request.Request.ContentType = form.Headers.ContentType!.ToString();
        request.Request.Body = await form.ReadAsStreamAsync();
        request.Features.Set<IFormFeature>(new FormFeature(request.Request, new FormOptions { MultipartBodyLengthLimit = 10 }));
        var asked = new AuthorizationFilterContext(new ActionContext(request, new RouteData(), new ActionDescriptor()), []);

        await new CleanPosts().OnAuthorizationAsync(asked);

        Assert.That(asked.Result, Is.InstanceOf<StatusCodeResult>().With.Property("StatusCode").EqualTo(StatusCodes.Status413PayloadTooLarge));
    }
}
