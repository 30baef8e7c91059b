using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Adoption;

/// <summary>What the context writes is read by what is written of its class, and written as it was.</summary>
public sealed class AdoptedItemTests(LocalServer server)
{
    [Theory]
    [InlineData("V1")]
    [InlineData("V2")]
    public async Task Items_of_the_context_are_read_and_written_as_they_were(string conversion)
    {
        using var table = await ForeignTable.CreateAsync(server, "pk S, sk N");
        using var client = new AmazonDynamoDBClient("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });
        using var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => client)
            .ConfigureContext(config => config.Conversion = conversion == "V1" ? DynamoDBEntryConversion.V1 : DynamoDBEntryConversion.V2).Build();
        var saving = new SaveConfig { OverrideTableName = table.Name };
        await context.SaveAsync(Full(), saving, TestContext.Current.CancellationToken);
        await context.SaveAsync(
            new ContextParcel { Depot = "a/b", At = Day.AddHours(1), State = ContextParcelState.Open }, saving, TestContext.Current.CancellationToken);
        var items = (await client.ScanAsync(new ScanRequest(table.Name), TestContext.Current.CancellationToken)).Items;

        var (code, text, error) = await ForeignClasses.RunAsync(Source(), "--namespace", "Adopted", "--conversion", conversion);

        Assert.True(code == 0, error);
        var source = await AdoptedSource.CompileAsync(text);
        Assert.Equal(2, items.Count);
        Assert.All(items, item => source.EntityOf(Counted(item)));
    }

    private static DateTime Day => new(2024, 3, 1, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>A lock that no item has yet is not written as 0.</summary>
    private static Dictionary<string, AttributeValue> Counted(Dictionary<string, AttributeValue> item) =>
        new(item) { ["Revision"] = new AttributeValue { N = "1" } };

    private static string Source([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "ContextParcel.cs");

    private static ContextParcel Full() => new()
    {
        Depot = "north",
        At = Day,
        Until = Day.AddDays(1),
        State = ContextParcelState.Sent,
        IsUrgent = true,
        IsPaid = false,
        Owner = Guid.NewGuid(),
        Weight = 12.5m,
        Height = 0.25,
        Day = new DateOnly(2024, 3, 1),
        Label = [1, 255],
        First = new ContextParcelStop { Street = "Ring 1", Floor = 2, IsLast = true },
        Stops = [new ContextParcelStop { Street = "Ring 2" }],
        Notes = ["a", "b"],
        Answers = [true, false],
        States = [ContextParcelState.Open, ContextParcelState.Sent],
        Codes = [3, 5],
        Checks = new() { ["seal"] = true },
    };
}
