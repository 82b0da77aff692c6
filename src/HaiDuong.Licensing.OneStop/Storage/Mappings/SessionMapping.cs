using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Log-ins and the security log.</summary>
public sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId);
    }

    public void Configure(EntityTypeBuilder<SecurityEvent> builder)
    {
        builder.ToTable("security_events");
        builder.Property(one => one.Kind).HasConversion<string>();
    }
}
