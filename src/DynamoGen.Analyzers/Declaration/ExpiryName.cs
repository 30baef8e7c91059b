namespace DynamoGen.Analyzers.Declaration;

/// <summary>Knows a time to live by its name.</summary>
internal static class ExpiryName
{
    private static readonly string[] Expiries =
        ["ttl", "expires", "expiry", "expiration", "expire", "timetolive", "expireson", "expiresat", "expirydate", "expirationtime"];

    /// <summary>Whether an attribute is a time to live by its name: expired items are there until they are deleted, and no key leaves them out.</summary>
    public static bool Is(string attribute) =>
        attribute.Replace("_", string.Empty).Replace("-", string.Empty) is var name
        && Expiries.Any(expiry => name.EndsWith(expiry, StringComparison.OrdinalIgnoreCase));
}
