using DynamoGen;

namespace Storefront.Catalog;

/// <summary>The specification as the previous deployment declared and wrote it.</summary>
[Entity<StorefrontTable>(Name = "Specification", Version = 1)]
[Key("SPECIFICATION#{SpecificationId}", "SPECIFICATION")]
public sealed partial record SpecificationVersion1(Guid SpecificationId, string Origin);
