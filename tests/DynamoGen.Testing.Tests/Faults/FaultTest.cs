using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing.Tests.Faults;

/// <summary>A test whose requests meet the faults of a plan, on tables of its own.</summary>
public abstract class FaultTest
{
    protected static Task<LocalTables> StartAsync(FaultPlan plan, TimeProvider? clock = null) => LocalTables.StartAsync(services =>
    {
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        services.AddShop().AddDynamoGen().AddFaults(plan);
    });

    protected static FaultRule On(string accessPattern, Fault fault, int times = 1) => new(fault) { AccessPattern = accessPattern, Times = times };

    protected static Order Order(int orderId, decimal total = 10) => new("ALFKI", orderId, total);

    protected static string[] Lines(FaultPlan plan) => [.. plan.Log.Select(static fault => fault.ToString())];
}
