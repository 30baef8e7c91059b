namespace Northwind.Tests;

/// <summary>The sample as a user runs it: a process of its own.</summary>
public sealed class SampleRunTests
{
    [Fact]
    public async Task The_sample_loads_everything_and_shows_every_pattern_as_a_row()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("Northwind", []);

        Assert.True(exitCode == 0, output);
        Assert.Contains("DynamoDB Local at http://127.0.0.1:", output);
        Assert.Contains("Writing 3193 items", output);
        foreach (var method in new[] { "ICustomers.Get", "IOrders.WithLines", "IOrders.OfCustomer", "IOrders.WithStatus", "IOrders.LatestOfEmployee",
            "IProducts.OfSupplier", "IProducts.InCategory" })
        {
            Assert.Contains(method, output);
        }
    }

    [Fact]
    public async Task A_missing_npm_is_a_clear_message_and_no_stack_trace()
    {
        var empty = Directory.CreateTempSubdirectory("northwind-no-tools-");
        var cache = Directory.CreateTempSubdirectory("northwind-no-cache-");
        try
        {
            var (exitCode, output) = await SampleProcess.RunAsync(
                "Northwind", [], [("PATH", empty.FullName), ("XDG_DATA_HOME", cache.FullName), ("LOCALAPPDATA", cache.FullName), ("HOME", cache.FullName)]);

            Assert.Equal(2, exitCode);
            Assert.Contains("npm", output);
            Assert.Contains("Node.js", output);
            Assert.DoesNotContain("   at ", output);
        }
        finally
        {
            empty.Delete(recursive: true);
            cache.Delete(recursive: true);
        }
    }
}
