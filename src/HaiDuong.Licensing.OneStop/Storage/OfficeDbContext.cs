using System.Security.Claims;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>Everything the office keeps. How each type is stored is said in <c>Mappings</c>; the schema itself in <c>Migrations</c>.</summary>
public sealed class OfficeDbContext(DbContextOptions<OfficeDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    private readonly IHttpContextAccessor? http = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<IHttpContextAccessor>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<DossierRow> DossierRows => Set<DossierRow>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<HistoryLine> History => Set<HistoryLine>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Licence> Licences => Set<Licence>();

    public DbSet<LicenceEvent> LicenceEvents => Set<LicenceEvent>();

    public DbSet<NumberedDocument> NumberedDocuments => Set<NumberedDocument>();

    public DbSet<AccessChange> AccessChanges => Set<AccessChange>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<StandIn> StandIns => Set<StandIn>();

    public DbSet<CalendarAnnouncement> CalendarAnnouncements => Set<CalendarAnnouncement>();

    public DbSet<UnitSuccession> UnitSuccessions => Set<UnitSuccession>();

    public DbSet<DueDateChange> DueDateChanges => Set<DueDateChange>();

    public DbSet<PublishedVersion> PublishedVersions => Set<PublishedVersion>();

    public DbSet<WithdrawnVersion> WithdrawnVersions => Set<WithdrawnVersion>();

    public DbSet<FactConfirmation> FactConfirmations => Set<FactConfirmation>();

    public DbSet<RouteDraft> RouteDrafts => Set<RouteDraft>();

    public DbSet<ProcedureDraft> ProcedureDrafts => Set<ProcedureDraft>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<PlaceImport> PlaceImports => Set<PlaceImport>();

    public DbSet<PastImport> PastImports => Set<PastImport>();

    public DbSet<PastImportRow> PastImportRows => Set<PastImportRow>();

    public DbSet<PastDossier> PastDossiers => Set<PastDossier>();

    public DbSet<SavedList> SavedLists => Set<SavedList>();

    public DbSet<QueueTicket> QueueTickets => Set<QueueTicket>();

    public DbSet<DossierNote> DossierNotes => Set<DossierNote>();

    public DbSet<ReasonTemplate> ReasonTemplates => Set<ReasonTemplate>();

    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    public DbSet<DossierMessage> DossierMessages => Set<DossierMessage>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<BatchItem> BatchItems => Set<BatchItem>();

    public DbSet<PrintChoice> PrintChoices => Set<PrintChoice>();

    public DbSet<IncomingDocument> IncomingDocuments => Set<IncomingDocument>();

    public DbSet<DatedNoticeKind> DatedNoticeKinds => Set<DatedNoticeKind>();

    public DbSet<NoticesSeen> NoticesSeen => Set<NoticesSeen>();

    public DbSet<TransferList> TransferLists => Set<TransferList>();

    public DbSet<TransferLine> TransferLines => Set<TransferLine>();

    public DbSet<ReceiptSeries> ReceiptSeries => Set<ReceiptSeries>();

    public DbSet<FeeEntry> FeeEntries => Set<FeeEntry>();

    public DbSet<CashClosing> CashClosings => Set<CashClosing>();

    public DbSet<ReportClosing> ReportClosings => Set<ReportClosing>();

    /// <summary>The dossier that somebody means by a code or a reference as they typed it; at most one.</summary>
    public IQueryable<Dossier> DossiersOf(TypedCode typed) =>
        Dossiers.FromSql($"SELECT * FROM dossiers WHERE reference = {typed.Printed ?? ""} OR code_key(code) = {typed.Key}");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.ApplyConfigurationsFromAssembly(typeof(OfficeDbContext).Assembly);
        // Whom a dossier is about does not find it: on no page, in no list, in no act.
        builder.Entity<Dossier>().HasQueryFilter(dossier => !dossier.ShutOut.Contains(Reader));
        builder.Entity<DossierRow>().HasQueryFilter(row => !row.ShutOut.Contains(Reader));
    }

    /// <summary>The account behind the request; nobody outside of one, and for whoever is not logged in.</summary>
    private Guid Reader => Guid.TryParse(http?.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : Guid.Empty;
}
