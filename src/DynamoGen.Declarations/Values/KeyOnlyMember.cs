using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>A property that is read back from the primary key, which each item has.</summary>
internal static class KeyOnlyMember
{
    public static MemberModel? Parse(IPropertySymbol property, MemberBinding binding, bool isOfEntity, ValueParser values, Location? place)
    {
        if (!isOfEntity)
        {
            values.Problems.Add(DeclarationRule.StorageForm, place, property.Type.ToDisplayString(), "KeyOnly", "an entity alone has a key");
            return null;
        }

        if (values.Parse(property.Type, StorageForm.None, place) is not { } value)
        {
            return null;
        }

        var later = binding is MemberBinding.Assignment or MemberBinding.InitAccessor;
        return new MemberModel(
            property.Name, property.ContainingType.PlainName(), string.Empty, value,
            later ? MemberBinding.Initializer : binding, AbsenceMeaning.Default, null, default)
        { IsKeyOnly = true, MayRefuse = Accessors.IsWritten(property) };
    }
}
