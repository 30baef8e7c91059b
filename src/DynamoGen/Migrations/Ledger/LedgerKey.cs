using System.Globalization;
using System.IO.Hashing;
using System.Text;
using DynamoGen.ItemKeys;

namespace DynamoGen.Migrations.Ledger;

/// <summary>The place of an item in a ledger, which is spread over partitions by the item's key.</summary>
/// <param name="Migration">Whose ledger it is: the migration's name, or that of its way back.</param>
/// <param name="Shard">The partition.</param>
/// <param name="Item">The item's key, as a hash of 128 bits.</param>
internal readonly record struct LedgerKey(string Migration, int Shard, string Item)
{
    /// <summary>How many partitions a migration's ledger has: each takes 1,000 writes a second.</summary>
    public const int Shards = 32;

    public string PartitionKey => Partition(Migration, Shard);

    /// <summary>The place of the item with a key.</summary>
    /// <param name="migration">Whose ledger it is.</param>
    /// <param name="key">The item's key, as JSON.</param>
    public static LedgerKey Of(string migration, ReadOnlySpan<byte> key)
    {
        var hash = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(KeyText.Read(key)));
        return new LedgerKey(migration, (int)(hash % Shards), hash.ToString("x32", CultureInfo.InvariantCulture));
    }

    public static string Partition(string migration, int shard) => $"{migration}#LEDGER#{shard.ToString("D2", CultureInfo.InvariantCulture)}";
}
