namespace Purposes
{
    // 1
}

namespace Expiring
{
    [Table("sessions", TimeToLive = "expires")]
    public sealed partial class SessionTable;

    [Entity<SessionTable>]
    [Key("SESSION#{Id}", "SESSION")]
    public sealed partial record Session(Guid Id)
    {
        // 2
    }
}

namespace Homes
{
    // 3

    [Entity<OrderTable>]
    [Key("ORDER#{Id}", "ORDER")]
    public sealed partial record Order(Guid Id, string Home);
}
