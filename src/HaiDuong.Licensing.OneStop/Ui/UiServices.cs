using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace HaiDuong.Licensing.OneStop.Ui;

/// <summary>Registers the pages and their look: <c>AddUi</c> on the services, <c>UseUi</c> first on the application.</summary>
public static class UiServices
{
    /// <summary>Dates and numbers are always written the Vietnamese way; only the words follow the chosen language.</summary>
    private static readonly CultureInfo Office = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo("en")];

    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        // The office's name is dated data: each request sees the one in force.
        services.AddScoped<OfficeDirectory>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddLocalization();
        services.AddSingleton(typeof(PageWords<>));
        services.AddSingleton<StepNames>();
        services.AddTransient<PageText>();
        services.AddSingleton<FieldHtml>(provider => new(provider.GetRequiredService<IStringLocalizer<UiText>>()));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "xsrf";
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says it for every answer
        });
        services.AddRazorPages(options => options.RootDirectory = "/Features");
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingWords>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Office, Languages[0]);
            options.SupportedCultures = [Office];
            options.SupportedUICultures = [.. Languages];
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Headers, error pages, language and static files. Call it before authentication and the pages.</summary>
    public static WebApplication UseUi(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CleanAddresses>();
        app.UseExceptionHandler(SitePaths.Error + "500");
        app.UseStatusCodePagesWithReExecute(SitePaths.Error + "{0}");
        app.UseWhen(IsForPrograms, SpeakToPrograms);
        app.UseRequestLocalization();
        app.MapStaticAssets().AllowAnonymous();
        return app;
    }

    /// <summary>An interface for programs, not a page.</summary>
    public static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/studio-api", StringComparison.Ordinal);

    /// <summary>Programs get a status code and a problem document, not a page.</summary>
    private static void SpeakToPrograms(IApplicationBuilder api)
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => Results.Problem().ExecuteAsync(context) });
        api.Use(next =>
            context =>
            {
                if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                    pages.Enabled = false;
                return next(context);
            }
        );
    }

    /// <summary>What model binding says when it cannot read a value.</summary>
    private sealed class BindingWords(IStringLocalizer<UiText> words) : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelBinderProviders.Insert(0, new EntryBinderProvider());
            options.Filters.Add(new CleanPosts());
            Speak(options.ModelBindingMessageProvider);
        }

        private void Speak(DefaultModelBindingMessageProvider say)
        {
            string Unreadable(string value) => words["Entry.Unreadable", value];
            say.SetAttemptedValueIsInvalidAccessor((value, _) => Unreadable(value));
            say.SetNonPropertyAttemptedValueIsInvalidAccessor(Unreadable);
            say.SetValueIsInvalidAccessor(Unreadable);
            say.SetMissingBindRequiredValueAccessor(_ => words["Entry.Missing"]);
            say.SetMissingKeyOrValueAccessor(() => words["Entry.Missing"]);
            say.SetMissingRequestBodyRequiredValueAccessor(() => words["Entry.Missing"]);
            say.SetValueMustNotBeNullAccessor(_ => words["Entry.Missing"]);
            say.SetValueMustBeANumberAccessor(_ => words["Entry.NotANumber"]);
            say.SetNonPropertyValueMustBeANumberAccessor(() => words["Entry.NotANumber"]);
            say.SetUnknownValueIsInvalidAccessor(_ => words["Entry.UnreadableUnknown"]);
            say.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Entry.UnreadableUnknown"]);
        }
    }
}
