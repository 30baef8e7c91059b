using System.Security.Cryptography;
using System.Text;
using DynamoGen.ItemKeys;

namespace DynamoGen.Caching;

/// <summary>
/// What an item is known by in the cache: its table's name and its primary key. The item is stored as DynamoDB returned it, which is the same for every
/// entity and access pattern that reads it, and for every version of them.
/// </summary>
/// <param name="Text">The table and the key, such that no two items have the same text.</param>
/// <param name="Name">What the cache is asked by: the text, or its hash where the text is long or has characters that a cache may refuse.</param>
internal readonly record struct CacheKey(string Text, string Name)
{
    /// <summary>Caches allow 1,024 characters by default, and some servers 250 bytes.</summary>
    private const int LongestText = 200;

    private const string Form = "dynamogen1";

    public static CacheKey Of(string tableName, ItemKey key)
    {
        // With their lengths, texts that lie side by side cannot be taken for others.
        var text = $"{tableName.Length}:{tableName}:{key.PartitionKey.Length}:{key.PartitionKey}:{key.SortKey}";
        return new CacheKey(text, IsPlain(text) ? $"{Form}:{text}" : $"{Form}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }

    private static bool IsPlain(string text) => text.Length <= LongestText && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
