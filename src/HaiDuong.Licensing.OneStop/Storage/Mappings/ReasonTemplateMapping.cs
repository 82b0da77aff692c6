using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Wordings of reasons.</summary>
public sealed class ReasonTemplateMapping : IEntityTypeConfiguration<ReasonTemplate>
{
    public void Configure(EntityTypeBuilder<ReasonTemplate> builder)
    {
        builder.ToTable("reason_templates");
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Purpose).HasConversion<string>();
    }
}
