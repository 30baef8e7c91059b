using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DynamoGen.Hosting;

/// <summary>Healthy where every table that a registered repository uses is reachable, active and as declared.</summary>
internal sealed class TableHealthCheck(IServiceProvider provider) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        var differing = new List<string>();
        Exception? failure = null;
        foreach (var client in provider.GetServices<AddedClient>())
        {
            var tables = await InspectedTable.AllAsync(provider, client.Name, cancellationToken).ConfigureAwait(false);
            foreach (var table in tables)
            {
                var key = client.Name is null ? table.Name : $"{client.Name}: {table.Name}";
                data[key] = table.Differences.Count == 0 ? "as declared" : string.Join("; ", table.Differences);
                failure ??= table.Failure;
            }

            if (tables.SelectMany(table => table.Sentences).ToList() is { Count: > 0 } sentences)
            {
                differing.Add(TableCheckException.TextOf(ClientServices.Named(client.Name), sentences));
            }
        }

        return differing.Count == 0
            ? HealthCheckResult.Healthy($"{data.Count} tables are as declared.", data)
            : new HealthCheckResult(context.Registration.FailureStatus, string.Join(" ", differing), failure, data);
    }
}
