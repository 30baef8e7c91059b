namespace Northwind.Tests;

/// <summary>The sample of an application host as a user runs it.</summary>
public sealed class AppHostSampleTests
{
    [Fact]
    public async Task The_host_starts_the_server_and_the_service_asks_it_and_ends()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("AppHost", []);

        Assert.True(exitCode == 0, output);
        Assert.Matches(@"DynamoDB Local is at http://127\.0\.0\.1:[0-9]+/", output);
        Assert.Contains("GET /health: Healthy", output);
        Assert.Contains("GET /customers/SAVEA/orders?limit=3: the orders 11064, 11031, 11030", output);
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public async Task What_it_does_not_know_is_told_with_what_it_does()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("AppHost", ["--twice"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("--once", output);
    }
}
