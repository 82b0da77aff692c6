using HaiDuong.Licensing.Domain.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Hand-over lists of dossiers on paper: what is on a list stays, and each line ends once (the database refuses anything else).</summary>
public sealed class TransferMapping : IEntityTypeConfiguration<TransferList>, IEntityTypeConfiguration<TransferLine>
{
    public void Configure(EntityTypeBuilder<TransferList> builder)
    {
        builder.ToTable("transfer_lists");
        builder.Property(list => list.Id).ValueGeneratedNever();
        builder.Property(list => list.Way).HasConversion<string>();
        builder.HasMany(list => list.Lines).WithOne().HasForeignKey(line => line.ListId);
        builder.Ignore(list => list.IsOpen);
        builder.Ignore(list => list.From);
        builder.Ignore(list => list.To);
    }

    public void Configure(EntityTypeBuilder<TransferLine> builder)
    {
        builder.ToTable("transfer_lines");
        builder.HasKey(line => new { line.ListId, line.DossierId });
        builder.Property(line => line.Papers).IsJson();
        builder.Property(line => line.State).HasConversion<string>();
    }
}
