using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>The book of incoming documents: rows are added, and struck through once (the database refuses anything else).</summary>
public sealed class IncomingDocumentMapping : IEntityTypeConfiguration<IncomingDocument>
{
    public void Configure(EntityTypeBuilder<IncomingDocument> builder)
    {
        builder.ToTable("incoming_documents");
        builder.HasKey(line => new
        {
            line.Office,
            line.Year,
            line.Serial,
        });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(line => line.DossierId).OnDelete(DeleteBehavior.NoAction);
        builder.Property(line => line.ReceivedOn);
        builder.Property(line => line.Sender);
        builder.Property(line => line.Number);
        builder.Property(line => line.DatedOn);
        builder.Property(line => line.Summary);
        builder.Property(line => line.Unit);
        builder.Property(line => line.Note);
        builder.Property(line => line.At);
        builder.Property(line => line.EnteredBy);
        builder.Property(line => line.CancelledAt);
        builder.Property(line => line.CancelledBy);
        builder.Property(line => line.CancelReason);
        builder.Ignore(line => line.IsCancelled);
    }
}
