using System.Globalization;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>Types as C# writes them.</summary>
internal static class Written
{
    public static string As(string form, params object[] names) => string.Format(CultureInfo.InvariantCulture, form, names);
}
