namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>A lock of format 1 says less, and is read as what it says.</summary>
public sealed class LockFormatTests
{
    private const string Types = """
        public enum Status { Open, Shipped }
        namespace Codecs { public sealed class Hex : IAttributeConverter<int, string> { public static string ToStored(int value) => value.ToString("x"); public static int FromStored(string stored) => Convert.ToInt32(stored, 16); } }
        """;

    private const string Properties = """
        [EnumAsNumber] public required Status Status { get; init; } [Converter<Codecs.Hex>] public required int Code { get; init; } public DateOnly? Day { get; init; } public int Count { get; init; } = 1;
        """;

    private const string Old = """
        {
          "format": 1,
          "tables": {
            "shop": {
              "type": "Shop",
              "partitionKey": "pk",
              "sortKey": "sk",
              "indexes": {
                "gsi1": { "partitionKey": "gsi1pk", "sortKey": "gsi1sk", "projection": "ALL" }
              },
              "entities": {
                "Order": {
                  "type": "Order",
                  "version": 1,
                  "keys": {
                    "pk": "ORDER#{Id}",
                    "sk": "ORDER"
                  },
                  "attributes": {
                    "Code": "S string through Hex required",
                    "Count": "N int",
                    "Day": "S DateOnly",
                    "Id": "S string required",
                    "Status": "N enum Status required"
                  }
                }
              }
            }
          }
        }

        """;

    [Fact]
    public async Task First_update_adds_what_is_new()
    {
        var source = LockedSource.Order(Properties) + Types;
        Assert.StartsWith("DG7003", Assert.Single(await LockedSource.ReportsWith(Old, source)), StringComparison.Ordinal);
        Assert.Equal(LockedSource.LockOf(source), LockedSource.Updated(Old, source));
        Assert.Contains("\"Code\": \"S string through Codecs.Hex required\"", LockedSource.LockOf(source), StringComparison.Ordinal);
        Assert.Contains("\"Count\": \"N int = 1\"", LockedSource.LockOf(source), StringComparison.Ordinal);
        Assert.Contains("\"Day\": \"S DateOnly = null\"", LockedSource.LockOf(source), StringComparison.Ordinal);
        Assert.Contains("\"Status\": \"N enum Open=0, Shipped=1 required\"", LockedSource.LockOf(source), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public DateOnly? Day", "public required DateOnly Day", "DG7001")]
    [InlineData("[EnumAsNumber] public required Status", "public required Status", "DG7001")]
    [InlineData("[Converter<Codecs.Hex>] public", "public", "DG7001")]
    [InlineData("public DateOnly? Day", "public DateOnly Day", "DG7003")]
    public async Task What_it_says_is_compared(string before, string after, string expected)
    {
        var source = LockedSource.Order(Properties.Replace(before, after)) + Types;
        Assert.StartsWith(expected, Assert.Single(await LockedSource.ReportsWith(Old, source)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entity_that_stays_locked_stays_readable()
    {
        var broken = LockedSource.Order(Properties.Replace("DateOnly?", "int?")) + Types;
        var updated = LockedSource.Updated(Old, broken);
        Assert.Contains("\"format\": 2", updated, StringComparison.Ordinal);
        Assert.Contains("S string through ?.Hex required", updated, StringComparison.Ordinal);
        Assert.StartsWith("DG7003", Assert.Single(await LockedSource.ReportsWith(updated, LockedSource.Order(Properties) + Types)), StringComparison.Ordinal);
    }
}
