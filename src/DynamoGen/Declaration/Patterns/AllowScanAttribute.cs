namespace DynamoGen;

/// <summary>Allows Scan in the member, type or assembly it stands on, and says why; silences rule DG3001 there.</summary>
/// <param name="justification">Why reading, and paying for, every item of the table is right here.</param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly)]
public sealed class AllowScanAttribute(string justification) : Attribute
{
    /// <summary>Why reading every item of the table is right here.</summary>
    public string Justification { get; } = justification;
}
