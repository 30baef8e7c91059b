using DynamoGen.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health of tables to an application's health checks.</summary>
public static class DynamoGenHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that every table which a registered repository of any client uses is reachable and active, and that its keys, indexes and settings are
    /// as declared. The data of the result has an entry for each table.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What is reported where a table is not as declared; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The check's tags.</param>
    /// <param name="timeout">How long the check may take; null for no limit.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Each run is a
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html">DescribeTable</see> and a DescribeTimeToLive for each
    /// table, which the credentials must allow and which take no read capacity.
    /// </remarks>
    public static IHealthChecksBuilder AddDynamoGen(
        this IHealthChecksBuilder builder,
        string name = "dynamogen",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, static provider => new TableHealthCheck(provider), failureStatus, tags, timeout));
    }
}
