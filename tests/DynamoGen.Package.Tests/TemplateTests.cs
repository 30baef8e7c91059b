using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DynamoGen.Package.Tests;

/// <summary>Somebody installs the templates, makes a service, and starts it by one command.</summary>
[Collection(nameof(PackedProduct))]
public sealed class TemplateTests(PackedProduct product)
{
    /// <summary>A name that is none of C#, so that namespaces and files must differ.</summary>
    private const string Name = "order-desk";

    [Fact]
    public async Task A_service_builds_without_a_warning_and_runs_by_one_command()
    {
        var project = await product.Package.CreateByTemplateAsync(Name, MakeAsync);

        var (succeeded, said) = await project.BuildAsync("TreatWarningsAsErrors=true");
        Assert.Empty(said);
        Assert.True(succeeded);

        await using var service = await RunningService.StartAsync(project.Folder);
        await AnswersAsync(service.Client);
    }

    private async Task MakeAsync(string folder)
    {
        string[] hive = ["--debug:custom-hive", Path.Combine(Path.GetDirectoryName(folder)!, "hive")];
        await RunAsync(["new", "install", Path.Combine(product.Package.Feed, $"DynamoGen.Templates.{PackedPackage.Version}.nupkg"), .. hive]);
        await RunAsync(["new", "dynamogen-service", "--name", Name, "--output", folder, "--no-update-check", .. hive]);

        Assert.True(File.Exists(Path.Combine(folder, $"{Name}.csproj")));
        Assert.Contains("namespace order_desk.Orders;", await File.ReadAllTextAsync(Path.Combine(folder, "Orders", "Order.cs")), StringComparison.Ordinal);
    }

    private static async Task AnswersAsync(HttpClient client)
    {
        var placed = await client.PostAsync("/customers/ALFKI/orders", content: null);
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        var line = await client.PutAsJsonAsync($"{placed.Headers.Location}/lines/1", new { product = "Chai", quantity = 3 });
        Assert.Equal(HttpStatusCode.NoContent, line.StatusCode);

        var order = await client.GetFromJsonAsync<JsonElement>(placed.Headers.Location);
        Assert.Equal("ALFKI", order.GetProperty("order").GetProperty("customerId").GetString());
        Assert.Equal("Chai", Assert.Single(order.GetProperty("lines").EnumerateArray()).GetProperty("product").GetString());
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>("/customers/ALFKI/orders")).GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/orders/{Guid.Empty}")).StatusCode);
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
    }

    private async Task RunAsync(IEnumerable<string> arguments)
    {
        var (exitCode, output) = await CommandLine.RunAsync(product.Package.Feed, arguments);
        Assert.True(exitCode == 0, output);
    }
}
