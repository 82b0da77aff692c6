using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Published versions are only ever added; a trigger holds that.</summary>
public sealed class PublishedVersionMapping : IEntityTypeConfiguration<PublishedVersion>
{
    public void Configure(EntityTypeBuilder<PublishedVersion> builder)
    {
        builder.ToTable("published_versions");
        builder.HasKey(version => new
        {
            version.Kind,
            version.Key,
            version.Version,
            version.Edition,
        });
        builder.Property(version => version.Kind).HasConversion<string>();
        builder.Property(version => version.Hash);
        builder.Property(version => version.Files).IsJson();
        builder.Property(version => version.PublishedAt);
        builder.Property(version => version.PublishedBy);
    }
}

/// <summary>Withdrawals are only ever added; a trigger holds that.</summary>
public sealed class WithdrawnVersionMapping : IEntityTypeConfiguration<WithdrawnVersion>
{
    public void Configure(EntityTypeBuilder<WithdrawnVersion> builder)
    {
        builder.ToTable("withdrawn_versions");
        builder.HasKey(version => new
        {
            version.Kind,
            version.Key,
            version.Version,
            version.Edition,
        });
        builder.Property(version => version.Kind).HasConversion<string>();
    }
}

/// <summary>One draft a route.</summary>
public sealed class RouteDraftMapping : IEntityTypeConfiguration<RouteDraft>
{
    public void Configure(EntityTypeBuilder<RouteDraft> builder)
    {
        builder.ToTable("route_drafts");
        builder.HasKey(draft => draft.RouteId);
        builder.Property(draft => draft.Revision).IsConcurrencyToken();
    }
}

/// <summary>One draft a procedure.</summary>
public sealed class ProcedureDraftMapping : IEntityTypeConfiguration<ProcedureDraft>
{
    public void Configure(EntityTypeBuilder<ProcedureDraft> builder)
    {
        builder.ToTable("procedure_drafts");
        builder.HasKey(draft => draft.Slug);
        builder.Property(draft => draft.Files).IsJson();
        builder.Property(draft => draft.Revision).IsConcurrencyToken();
    }
}
