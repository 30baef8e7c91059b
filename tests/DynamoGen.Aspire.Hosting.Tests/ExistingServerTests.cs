using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DynamoGen.Aspire.Hosting.Tests;

/// <summary>A server that runs anyway, which the host's environment names.</summary>
public sealed class ExistingServerTests
{
    [Fact]
    public async Task It_is_used_and_left_alone_and_is_unhealthy_once_it_is_gone()
    {
        await using var server = await DynamoDbLocal.StartAsync();
        var environment = new ProcessEnvironment(
            new Dictionary<string, string?> { [DynamoDbLocalOptions.EndpointVariable] = server.Endpoint.ToString() });
        await using (var host = await StartAsync(environment))
        {
            var snapshot = await host.IsHealthyAsync("dynamodb");
            Assert.Equal(server.Endpoint.ToString(), Assert.Single(snapshot.Urls).Url);
            Assert.Contains(snapshot.Properties, property => property.Name == CustomResourceKnownProperties.Source && Equals(property.Value, "Environment"));
            Assert.Equal(HealthStatus.Healthy, await CheckAsync(host));
        }

        await using (var host = await StartAsync(environment))
        {
            await host.IsHealthyAsync("dynamodb");
            await server.DisposeAsync();
            Assert.Equal(HealthStatus.Unhealthy, await CheckAsync(host));
        }
    }

    private static Task<RunningHost> StartAsync(ProcessEnvironment environment) => RunningHost.StartAsync(
        (builder, _) => builder.AddDynamoDBLocal("dynamodb", new DynamoDbLocalOptions { Environment = environment }));

    private static async Task<HealthStatus> CheckAsync(RunningHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "dynamodb_answers");
        return Assert.Single(report.Entries).Value.Status;
    }
}
