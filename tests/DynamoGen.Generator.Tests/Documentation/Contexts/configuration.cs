// 4.1
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using DynamoGen.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Table("shop")]
public sealed partial class ShopTable;

[Entity<ShopTable>]
[Key("ORDER#{Id}", "ORDER")]
public sealed partial record Order(int Id);

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(int id);
}

[Repository<Order>]
public partial interface IArchivedOrders
{
    ValueTask<Order?> Get(int id);
}

public sealed record Tenant(string Current);

public interface TenantLedger
{
    ValueTask AddAsync(string tenant, string pattern, double units, CancellationToken cancellationToken);
}

// 4.3
// 4.4

internal static class Use
{
    public static void One(IServiceCollection services)
    {
        // 1
    }

    public static void FromSection(IServiceCollection services, IConfiguration configuration, byte[] key)
    {
        // 2
    }

    public static void Several(IServiceCollection services)
    {
        // 3
    }

    public static void Interceptors(IServiceCollection services)
    {
        // 4.2
    }

    public static void Health(IServiceCollection services, WebApplication app)
    {
        // 5
    }
}
