using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Table("shop")]
public sealed partial class ShopTable;

[Entity<ShopTable>]
[Key("SHOP#{Shop}", "{Id}")]
public sealed partial record Product(string Shop, string Id);

// 1.2

internal static class Use
{
    public static void Run(IServiceCollection services)
    {
        // 1.1
    }
}

/// <summary>That of Microsoft.Extensions.Caching.Hybrid.</summary>
internal static class HybridCacheExtensions
{
    public static void AddHybridCache(this IServiceCollection services) => ArgumentNullException.ThrowIfNull(services);
}
