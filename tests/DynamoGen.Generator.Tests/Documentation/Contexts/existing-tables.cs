using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Marks;
using Microsoft.Extensions.DependencyInjection;

namespace Marked
{
    // 1
}

namespace Unmarked
{
    // 2

    [Entity<Shop>(Name = "unmarked order")]
    [Key("CUSTOMER#{Customer}", "ORDER#{Number}")]
    public sealed partial record Order(string Customer, int Number);

    public static class Stamping
    {
        public static async Task RunAsync(IServiceCollection services, IServiceProvider provider)
        {
            // 3
        }
    }
}

namespace Depots
{
    public enum Condition { Fresh, Used }

    [Table("depot")]
    [GlobalIndex("by-place", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
    public sealed partial class Depot;

    [Entity<Depot>]
    // 4
    public sealed partial record Tool(string Owner, Guid Id, int Serial, Condition Condition, string City, decimal Weight, DateTimeOffset Bought, string Name);
}

namespace Rooms
{
    // 5
}

namespace Customers
{
    [Table("shop")]
    [GlobalIndex("by-country", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
    public sealed partial class Shop;

    public sealed record Town(string Name);

    public sealed record Address(string Country, Town Town);

    // 6.1

    [Repository<Customer>]
    public partial interface ICustomers
    {
        // 6.2

        // 6.3
    }
}

namespace Sent
{
    [Table("parcels")]
    public sealed partial class Parcels;

    public enum ParcelSize { Small, Large }

    // 7
}

namespace Accounts
{
    // 8
}
