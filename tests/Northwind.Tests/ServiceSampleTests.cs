using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Local;
using DynamoGen.Tests.Instruments;

namespace Northwind.Tests;

/// <summary>The sample of a service as a user runs it.</summary>
public sealed partial class ServiceSampleTests
{
    [Fact]
    public async Task The_service_answers_and_its_spans_and_metrics_have_the_capacity_that_the_server_told()
    {
        await using var server = await DynamoDbLocal.StartAsync();
        await using var proxy = await CapacityProxy.StartAsync(server.Endpoint);

        var (exitCode, output) = await SampleProcess.RunAsync("Service", ["--once"], ("AWS_ENDPOINT_URL_DYNAMODB", proxy.Address));

        Assert.True(exitCode == 0, output);
        var totals = Totals().Match(output);
        Assert.True(totals.Success, output);
        var reads = Text(proxy.Units("GetItem", "Query"));
        var writes = Text(proxy.Units("PutItem", "UpdateItem", "DeleteItem"));
        Assert.Equal([reads, writes, reads, writes], totals.Groups.Values.Skip(1).Select(group => group.Value));
        Assert.True(proxy.Units("GetItem", "Query") > 0 && proxy.Units("PutItem") > 0 && proxy.Units("BatchWriteItem") > 0, output);
    }

    [Fact]
    public async Task Every_endpoint_is_a_row_and_the_expensive_pattern_is_named_with_its_reason_and_the_cheaper_one()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("Service", []);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Health: Healthy", output);
        Assert.Contains("Cursors: 31 orders of a customer on 4 pages.", output);
        Assert.Contains("GET /customers/SAVEA/orders?cursor=made-up: 400, ", output);
        Assert.Contains("POST /orders: 409, ", output);
        Assert.Contains("PUT /orders/20000/shipment: 409, ", output);
        Assert.All(
            [
                "IOrders.WithLines", "IOrders.OfCustomer", "IOrders.LatestOfEmployee", "IOrders.Create", "IOrders.UpdateShippedOn",
                "ICarts.Get", "ICarts.Put", "ICarts.Delete",
            ],
            pattern => Assert.Matches($"/[a-z].* │ {Regex.Escape(pattern)} +│ [a-z-]+ +│ +[0-9]+ │", output));
        Assert.Matches("orders/open-by-filter │ IOrders.OpenOfEmployeeByFilter │ by-employee │ +18 │ +42 │ +1660 │", output);
        Assert.Matches("orders/open +│ IOrders.OpenOfEmployee +│ open +│ +18 │ +42 │ +42 │", output);
        Assert.Contains("The most expensive pattern is IOrders.OpenOfEmployeeByFilter, because it read 1660 items to return 42: ", output);
        Assert.Matches("└── IOrders.OpenOfEmployeeByFilter, .* ms, index by-employee, 5 of 156 items, 5.5 units", output);
        Assert.Matches("└── Query [0-9a-f]{8}-orders, ", output);
        Assert.Matches("IOrders.OpenOfEmployee gives the same orders for [0-9]+ % of the units", output);
        Assert.Matches("[0-9a-f]{8}-orders +by-employee +IOrders.OpenOfEmployeeByFilter +[0-9a-f]{32} ", output);

        // The web server warns of a busy machine, which is nothing that the sample does.
        Assert.DoesNotMatch("warn: (DynamoGen|Service)", output);
    }

    [Fact]
    public async Task What_it_does_not_know_is_told_with_what_it_does()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("Service", ["--twice"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("--once", output);
    }

    private static string Text(double units) => units.ToString("0.0", CultureInfo.InvariantCulture);

    [GeneratedRegex("The spans tell ([0-9.]+) read units and ([0-9.]+) write units, the metrics ([0-9.]+) and ([0-9.]+)\\.")]
    private static partial Regex Totals();
}
