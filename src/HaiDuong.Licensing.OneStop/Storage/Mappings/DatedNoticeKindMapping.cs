using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Kinds of notices that came later.</summary>
public sealed class DatedNoticeKindMapping : IEntityTypeConfiguration<DatedNoticeKind>
{
    public void Configure(EntityTypeBuilder<DatedNoticeKind> builder)
    {
        builder.ToTable("notice_kinds");
        builder.HasKey(dated => dated.Kind);
        builder.Property(dated => dated.Kind).HasConversion<string>();
    }
}
