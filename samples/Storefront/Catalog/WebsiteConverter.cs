using DynamoGen.Serialization;

namespace Storefront.Catalog;

/// <summary>Stores a URI as its text.</summary>
public sealed class WebsiteConverter : IAttributeConverter<Uri, string>
{
    public static string ToStored(Uri value) => value.ToString();

    public static Uri FromStored(string stored) => new(stored);
}
