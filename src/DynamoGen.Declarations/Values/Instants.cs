using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Instants that are stored in another form than text of seven digits.</summary>
internal static class Instants
{
    /// <summary>The form that is asked for; null for other types, and where none is.</summary>
    public static ConvertedValue? Parse(ITypeSymbol type, StorageForm form)
    {
        if (ScalarTypes.KindOf(type) is not ((ScalarKind.DateTimeOffset or ScalarKind.DateTime) and { } kind))
        {
            return null;
        }

        var isOffset = kind == ScalarKind.DateTimeOffset;
        if (form.IsEpochSeconds || form.IsEpochMilliseconds)
        {
            form.Use(form.IsEpochSeconds ? DeclarationAttributes.EpochSeconds : DeclarationAttributes.EpochMilliseconds);
            form.Use(DeclarationAttributes.TimeToLive);
            return Of(type, ScalarKind.Int64, new EpochConversion(form.IsEpochSeconds, isOffset));
        }

        if (form.IsIsoMilliseconds)
        {
            form.Use(DeclarationAttributes.IsoMilliseconds);
            return Of(type, kind, new IsoMillisecondsConversion(isOffset));
        }

        return null;
    }

    private static ConvertedValue Of(ITypeSymbol type, ScalarKind stored, Conversion conversion) =>
        new(type.PlainName(), type.Name, IsValueType: true, new ScalarValue(stored), conversion);
}
