using DynamoGen.Serialization;

namespace DynamoGen.Interop.Tests.ObjectPersistence;

public sealed record Place(string Street, int? Floor);

/// <summary>Truth values as the context's conversion V1 stores them: the numbers 0 and 1.</summary>
public sealed class BooleanAsNumber : IAttributeConverter<bool, int>
{
    public static int ToStored(bool value) => value ? 1 : 0;

    public static bool FromStored(int stored) => stored != 0;
}
