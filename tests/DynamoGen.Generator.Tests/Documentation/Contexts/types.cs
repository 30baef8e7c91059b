// 7.1
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Payments
{
    // 1
    public sealed record Card(decimal Amount) : Payment(Amount);

    public sealed record Invoice(decimal Amount) : Payment(Amount);
}

namespace OtherTypes
{
    [Table("shop")]
    public sealed partial class Shop;

    [Entity<Shop>]
    [Key("VISIT#{Id}", "VISIT")]
    public sealed partial record Visit(int Id)
    {
        // 4
    }
}

namespace Wrapped
{
    // 2
    // 3
}

namespace Parts
{
    [Table("shop")]
    public sealed partial class Shop;

    public sealed record Money(decimal Amount, string Currency);

    public sealed record PersonName(string First, string? Last);

    public sealed record Contact(string? Phone, string Email);

    public sealed record OldAddress(string City);

    [Entity<Shop>(Version = 2)]
    [Key("ORDER#{Id}", "ORDER")]
    public sealed partial record Order(int Id)
    {
        public string? Remark { get; init; }
        public required Money Freight { get; init; }
        public string? Title { get; init; }
        public string? Degree { get; init; }
        public required PersonName Name { get; init; }
        public required Contact Contact { get; init; }
        public string? City { get; init; }

        // 5.1
        // 5.2
        // 5.3
        // 5.4
        // 5.5
        // 5.6
    }
}

namespace RolledBack
{
    [Table("shop")]
    public sealed partial class Shop;

    public sealed record Money(decimal Amount, string Currency);

    // 6
}

namespace Wholes
{
    [Table("shop")]
    public sealed partial class Shop;

    public sealed record OrderV1(int Id, string? Memo);

    public sealed record OrderV2(int Id, string? Memo);

    [Entity<Shop>(Version = 3)]
    [Key("ORDER#{Id}", "ORDER")]
    public sealed partial record Order(int Id)
    {
        public string? Remark { get; init; }

        // 5.7
    }

    public static class Startup
    {
        public static void Add(IServiceCollection services)
        {
            // 7.2
        }
    }
}
