using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Open work only: a row goes when its step is done; what was done stands in the history.</summary>
public sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Role).HasConversion<string>();
        builder.Property(item => item.Title);
        builder.Property(item => item.AssigneeName);
        builder.Property(item => item.Since);
        builder.Property(item => item.WarnFrom);
        builder.Property(item => item.LateFrom);
        builder.Ignore(item => item.Due);
    }
}
