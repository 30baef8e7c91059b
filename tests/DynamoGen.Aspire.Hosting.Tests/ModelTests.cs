using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using DynamoGen.Local;

namespace DynamoGen.Aspire.Hosting.Tests;

/// <summary>What a host is made of, without running it.</summary>
public sealed class ModelTests
{
    [Fact]
    public async Task A_manifest_has_neither_the_server_nor_what_refers_to_it()
    {
        var folder = Directory.CreateTempSubdirectory("dynamogen-aspire-manifest-");
        try
        {
            var file = Path.Combine(folder.FullName, "manifest.json");
            var builder = DistributedApplication.CreateBuilder(["--operation", "publish", "--step", "publish-manifest", "--output-path", file]);
            Assert.True(builder.ExecutionContext.IsPublishMode);
            var dynamodb = builder.AddDynamoDBLocal("dynamodb");
            builder.AddContainer("service", "service").WithEnvironment("GREETING", "hello").WithReference(dynamodb).WaitFor(dynamodb);
            await using var application = builder.Build();
            await application.RunAsync();

            using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            var service = Assert.Single(manifest.RootElement.GetProperty("resources").EnumerateObject());
            Assert.Equal("service", service.Name);
            Assert.Equal(["GREETING"], service.Value.GetProperty("env").EnumerateObject().Select(variable => variable.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(".dynamodb")]
    [InlineData("/data/.dynamodb")]
    public void A_folder_of_the_data_is_beside_the_project_of_the_host(string folder)
    {
        var builder = DistributedApplication.CreateBuilder();
        var options = new DynamoDbLocalOptions { DatabaseDirectory = folder };

        var resource = builder.AddDynamoDBLocal("dynamodb", options).Resource;

        Assert.Equal(Path.Combine(builder.AppHostDirectory, folder), resource.Options.DatabaseDirectory);
    }

    [Fact]
    public void Every_other_option_is_as_it_was_given()
    {
        var lines = new Progress<string>();
        var options = new DynamoDbLocalOptions
        {
            InstalledJarDirectory = "/jar",
            Port = 8000,
            MaxHeapMebibytes = 512,
            SeparateDatabases = true,
            StartTimeout = TimeSpan.FromMinutes(1),
            DockerImage = "image",
            CacheDirectory = "/cache",
            Progress = lines,
            Output = lines,
            Environment = new ProcessEnvironment(new Dictionary<string, string?>()),
            TimeProvider = new OtherTime(),
        };

        var hosted = DistributedApplication.CreateBuilder().AddDynamoDBLocal("dynamodb", options).Resource.Options;

        var defaults = new DynamoDbLocalOptions();
        Assert.All(typeof(DynamoDbLocalOptions).GetProperties().Where(property => property.Name != nameof(DynamoDbLocalOptions.DatabaseDirectory)), property =>
        {
            // What is left at its default would be alike without being copied.
            Assert.NotEqual(property.GetValue(defaults), property.GetValue(options));
            Assert.Equal(property.GetValue(options), property.GetValue(hosted));
        });
    }

    private sealed class OtherTime : TimeProvider;

    [Fact]
    public async Task Who_asks_for_the_endpoint_waits_until_the_server_answers()
    {
        IResourceWithConnectionString resource = new DynamoDBLocalResource("dynamodb", new DynamoDbLocalOptions());
        using var canceled = new CancellationTokenSource();

        var asked = resource.GetConnectionStringAsync(canceled.Token).AsTask();
        Assert.False(asked.IsCompleted);
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }
}
