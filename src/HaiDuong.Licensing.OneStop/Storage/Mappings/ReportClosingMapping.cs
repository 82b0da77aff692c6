using HaiDuong.Licensing.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

public sealed class ReportClosingMapping : IEntityTypeConfiguration<ReportClosing>
{
    public void Configure(EntityTypeBuilder<ReportClosing> builder)
    {
        builder.ToTable("report_closings");
        builder.Property(closing => closing.Id).ValueGeneratedNever();
        builder.Ignore(closing => closing.IsOpenAgain);
    }
}
