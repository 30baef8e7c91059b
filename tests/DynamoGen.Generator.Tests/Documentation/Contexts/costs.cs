// 2.1
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Table("shop")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class Shop;

// 1

internal static class Use
{
    public static void Run(IServiceCollection services, IServiceProvider provider)
    {
        // 2.2
        // 2.3
    }
}
