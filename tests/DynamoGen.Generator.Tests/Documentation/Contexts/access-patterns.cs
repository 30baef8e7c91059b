using System.Linq;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Batches;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Serialization;
using DynamoGen.Transactions;
using DynamoGen.Uniqueness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shops
{
    public enum OrderStatus { Open, Shipped, Cancelled, Escalated }

    [Table("shop")]
    [GlobalIndex("open", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
    [GlobalIndex("by-status", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
    public sealed partial class Shop;

    public sealed record Address(string City);

    public sealed record Line(int Product, decimal Price);

    [Entity<Shop>]
    [Key("ORDER#{OrderId}", "ORDER")]
    [Key("open", "CUSTOMER#{CustomerId}", "{OrderedAt}")]
    [Key("by-status", "STATUS#{Status}", "{OrderId}")]
    public sealed partial record Order(int OrderId, string CustomerId, DateTimeOffset OrderedAt, OrderStatus Status, decimal Freight)
    {
        public required HashSet<string> Tags { get; init; }
        public required List<OrderLine> Lines { get; init; }
        public string? Country { get; init; }
        public string? Note { get; init; }
        public required Address ShipTo { get; init; }
        public int Changes { get; init; }
    }

    public sealed record OrderLine(int Product, decimal Price);

    [Projection<Order>]
    public sealed partial record OrderCard(int OrderId, OrderStatus Status);

    // 5.1
    // 9.1
    // 13.1

    [Repository<Order>]
    public partial interface ISearches
    {
        // 6
        // 3.3
    }

    [Repository<Order>]
    public partial interface IOrders
    {
        // 7
        // 8.1
        // 9.2
        // 13.2
        // 10.1
        // 14
    }

    internal static class Use
    {
        public static async Task<IResult> Replace(IOrders orders, Order changed)
        {
            // 8.2
        }

        public static void Filters()
        {
            // 5.4
        }

        public static async Task Patch(IOrders orders, WebApplication app)
        {
            // 13.3
        }

        public static async Task Statement(IAmazonDynamoDB client, DynamoGenOptions options, int customerId)
        {
            // 22
        }
    }
}

namespace Customers
{
    using Shops;

    [Table("customers")]
    public sealed partial class CustomerTable;

    [Entity<CustomerTable>]
    [Key("CUSTOMER#{CustomerId}", "{OrderId}")]
    public sealed partial record Order(int OrderId, string CustomerId, OrderStatus Status, decimal Freight)
    {
        public required HashSet<string> Tags { get; init; }
        public string? Country { get; init; }
    }

    [Repository<Order>]
    public partial interface IFilters
    {
        // 1
        // 4
        // 10.2
        // 16.1
    }

    [Repository<Order>]
    public partial interface IOrders
    {
        // 5.2
        // 18.1
    }

    [Fields<Order>]
    public sealed partial class OrderFields;

    internal static class Use
    {
        public static async Task Search(IOrders orders)
        {
            // 5.3
        }

        public static async Task Purge(IFilters orders, string customerId)
        {
            // 16.2
        }

        public static async Task Details(IOrders orders, ILogger logger)
        {
            // 18.2
        }
    }
}

namespace Unions
{
    [Table("orders")]
    public sealed partial class OrderTable;

    [Entity<OrderTable>]
    [Key("ORDER#{OrderId}", "ORDER")]
    public sealed partial record Order(int OrderId, decimal Freight, DateTimeOffset ChangedAt) : IOrderItem;

    [Entity<OrderTable>]
    [Key("ORDER#{OrderId}", "LINE#{Number}")]
    public sealed partial record OrderLine(int OrderId, int Number, decimal Price, DateTimeOffset ChangedAt) : IOrderItem;

    // 2.1

    [Repository<Order>]
    public partial interface IOrders
    {
        // 2.2
    }

    internal static class Use
    {
        public static async Task<decimal> Sum(IOrders orders)
        {
            var total = 0m;
            // 2.3
            return total;
        }
    }
}

namespace Partitions
{
    [Table("posts")]
    [GlobalIndex("by-author", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
    public sealed partial class PostTable;

    [Entity<PostTable>]
    [Key("POST#{Id}", "POST")]
    [Key("by-author", "AUTHOR#{Author}", "{At}")]
    public sealed partial record Post(int Id, string Author, DateTimeOffset At);

    [Repository<Post>]
    public partial interface IPosts
    {
        // 3.1
    }

    [Table("readings")]
    public sealed partial class ReadingTable;

    [Entity<ReadingTable>]
    [Key("{Device}#{At:yyyy-MM-dd}", "{At}")]
    public sealed partial record Reading(string Device, DateTimeOffset At);

    [Repository<Reading>]
    public partial interface IReadings
    {
        // 3.2
    }
}

namespace Upserts
{
    [Table("pages")]
    [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
    public sealed partial class Shop;

    // 11.1

    [Repository<Visits>]
    public partial interface IVisits
    {
        // 11.2
    }

    [Entity<Shop>]
    [Key("LIMIT#{Client}", "LIMIT")]
    public sealed partial record Limit(string Client)
    {
        public int Used { get; init; }
        public DateTimeOffset? Until { get; init; }
    }

    [Repository<Limit>]
    public partial interface ILimits
    {
        // 11.3
    }
}

namespace Tombstones
{
    [Table("orders", TimeToLive = "until")]
    public sealed partial class OrderTable;

    [Entity<OrderTable>]
    [Key("ORDER#{Id}", "ORDER")]
    public sealed partial record Order(Guid Id, string Status)
    {
        [TimeToLive, AttributeName("until")] public DateTimeOffset? Until { get; init; }
    }

    [Repository<Order>]
    public partial interface IOrders
    {
        // 12
    }
}

namespace Accounts
{
    public readonly record struct AccountId(string Value);

    [Table("accounts")]
    public sealed partial class AccountTable;

    [Entity<AccountTable>]
    [Key("ACCOUNT#{Id}", "ACCOUNT")]
    public sealed partial record Account(AccountId Id, decimal Balance);

    [Repository<Account>]
    public partial interface IAccounts
    {
        // 15
    }
}

namespace Batched
{
    [Table("orders")]
    public sealed partial class OrderTable;

    [Entity<OrderTable>]
    [Key("ORDER#{OrderId}", "ORDER")]
    public sealed partial record Order(int OrderId);

    [Entity<OrderTable>]
    [Key("ORDER#{OrderId}", "LINE#{Number}")]
    public sealed partial record OrderLine(int OrderId, int Number);

    [Entity<OrderTable>]
    [Key("DRAFT#{DraftId}", "DRAFT")]
    public sealed partial record Draft(int DraftId);

    [Entity<OrderTable>]
    [Key("CUSTOMER#{Id}", "CUSTOMER")]
    public sealed partial record Customer(int Id);

    [Repository<OrderLine>]
    public partial interface IOrderLines
    {
        // 17.1
    }

    [Repository<Draft>]
    public partial interface IDrafts
    {
        // 17.2
    }

    [Repository<Order>]
    public partial interface IOrders
    {
        // 17.3
    }

    [Repository<Customer>]
    public partial interface ICustomers
    {
        ReadAction<Customer> GetAction(int id);
    }

    internal static class Use
    {
        public static void Register(IServiceCollection services)
        {
            // 17.4
        }

        public static async Task Import(
            IBatches batches, IOrderLines orderLines, IDrafts drafts, IOrders orders, ICustomers customers,
            IEnumerable<OrderLine> lines, int id, IProgress<BatchProgress> progress)
        {
            // 17.5
        }
    }
}

namespace Tournaments
{
    [Table("matches", SortKey = null)]
    // 19.1
    public sealed partial class MatchTable;

    [Entity<MatchTable>]
    // 19.2

    [Repository<Match>]
    public partial interface IMatches
    {
        // 19.3
    }
}

namespace Shards
{
    [Table("events")]
    public sealed partial class EventTable;

    // 20.1

    [Repository<Event>]
    public partial interface IEvents
    {
        // 20.2
    }
}

namespace Parts
{
    public enum Genre { Novel, Poem }

    [Table("books")]
    // 21.1
    public sealed partial class BookTable;

    [Entity<BookTable>]
    [Key("BRANCH#{Branch}", "{Isbn}")]
    [Key("by-author", "AUTHOR#{Author}", "{Title}")]
    [Key("by-genre", "GENRE#{Genre}", "{Title}")]
    public sealed partial record Book(string Branch, int Isbn, string Title, string Author, Genre Genre);

    // 21.2

    [Repository<Book>]
    public partial interface IBooks
    {
        // 21.3
    }
}

namespace Clubs
{
    [Table("club")]
    public sealed partial class Club;

    // 23.1

    [Repository<Member>]
    public partial interface IMembers
    {
        // 23.2
    }
}
