using Amazon.DynamoDBv2.Model;
using DynamoGen.CommandLine;
using DynamoGen.Hosting;
using DynamoGen.Streams;
using DynamoGen.Streams.Reconciliation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Programs
{
    using Adopted;

    [StreamHandler<ShopTable>]
    public sealed partial class OrderEvents
    {
        private ValueTask Inserted(Order order, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    internal static class Program
    {
        public static async Task<int> RunAsync(string[] args)
        {
            // 1
        }
    }

    public sealed record AccountView(string Id);

    internal static class Jobs
    {
        public static void Add(
            IHostApplicationBuilder builder,
            IReconciliationSource<AccountView> source,
            IDerivedStore<AccountView> store,
            IEqualityComparer<AccountView> comparer)
        {
            // 5
        }
    }
}

namespace Adopted
{
    [Table("shop", Marks = ItemMarks.None, Stream = StreamView.NewAndOldImages)]
    public sealed partial class ShopTable;

    // 2
}

namespace Mapped
{
    using Amazon.DynamoDBv2.DataModel;

    public sealed record Money(decimal Amount);

    public sealed class MoneyConverter : IPropertyConverter
    {
        public object FromEntry(Amazon.DynamoDBv2.DocumentModel.DynamoDBEntry entry) => new Money(entry.AsDecimal());

        public Amazon.DynamoDBv2.DocumentModel.DynamoDBEntry ToEntry(object value) => ((Money)value).Amount;
    }

    // 3
}

namespace Read
{
    // 4
}
