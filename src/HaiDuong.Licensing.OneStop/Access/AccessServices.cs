using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Accounts, log-in and the gate before the pages.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>().AddScoped<ActorDirectory>().AddScoped<StaffDirectory>();
        services.AddScoped<OncePerForm>().AddScoped<SentForm>().Configure<MvcOptions>(options => options.Filters.Add<SentFormFilter>());
        services.AddScoped<OpenSessions>().AddScoped<StepUp>().AddScoped<SecurityLog>().AddScoped<HiddenDossierLog>().AddScoped<ReadersCopy>();
        services.AddScoped<PasswordProof>().AddScoped<PasswordTries>().AddScoped<OwnDevice>().AddScoped<OwnPassword>();
        services.AddScoped<LogIn>().AddScoped<ApplicantRegistration>().AddScoped<StaffAccounts>();
        services
            .AddScoped<ApplicantDoor>()
            .AddSingleton<VisitorPass>()
            .AddScoped<QueueDevice>()
            .AddSingleton<VisitorBudget>()
            .AddSingleton<RegisterLookups>()
            .AddLookupLimits();
        services.AddSingleton<OneTimeCodeSeal>().AddScoped<OneTimeCodes>().AddScoped<OpinionLinks>().AddScoped<OpinionDoor>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = PasswordStrength.Shortest;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.User.RequireUniqueEmail = false;
            })
            .AddEntityFrameworkStores<OfficeDbContext>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/dang-nhap";
            cookie.AccessDeniedPath = "/loi/403";
            cookie.Cookie.Name = "mot-cua";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            // How long a log-in lasts is said by its session.
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
            cookie.Events.OnRedirectToLogin = EntryServices.AskToLogIn;
        });
        return services.AddEntry();
    }
}
