namespace DynamoGen.Tests.Patterns;

[Polymorphic]
[DerivedType<CardPayment>("card")]
[DerivedType<CashPayment>("cash")]
public abstract record Payment(decimal Amount);

public sealed record CardPayment(decimal Amount, string Number) : Payment(Amount);

public sealed record CashPayment(decimal Amount, int Till, string? Note = null) : Payment(Amount);

/// <summary>Has a value of one of several types, and a tuple.</summary>
[Entity<Helpdesk>]
[Key("BILLS#{Owner}", "{Id}")]
public sealed partial record Bill(string Owner, int Id, Payment Payment, (int Low, string Name) Range)
{
    public Payment? Deposit { get; init; }

    public (decimal Amount, string Currency)? Fee { get; init; }

    public List<(int Count, (int Row, int Place) Where)> Lines { get; init; } = [];

    public Dictionary<string, (decimal Amount, string Currency)> Prices { get; init; } = [];
}

[Repository<Bill>]
public partial interface IBills
{
    ValueTask Put(Bill bill);

    [Filter("Payment.Number = {number}")]
    ValueTask<Bill[]> ByCard(string owner, string number);

    [Filter("Payment.Number <> {number}")]
    ValueTask<Bill[]> NotByCard(string owner, string number);

    [Filter("Payment.Amount > {amount} AND Range.Item1 < {low} AND NOT begins_with(Range.Item2, {name})")]
    ValueTask<Bill[]> Dear(string owner, decimal amount, int low, string name);

    [Filter("attribute_exists(Deposit.Till) OR Payment.Note = 'x'")]
    ValueTask<Bill[]> AtTill(string owner);

    [Update("SET Payment.Amount = Payment.Amount + {by}, Range.Item1 = {low}")]
    ValueTask<Bill> UpdateAmount(string owner, int id, decimal by, int low);

    [Filter("Range.Low >= {low} AND begins_with(Range.Name, {name})")]
    ValueTask<Bill[]> InRange(string owner, int low, string name);

    [Filter("Fee.Amount > {least} AND Fee.Currency IN {currencies}")]
    ValueTask<Bill[]> WithFee(string owner, decimal least, string[] currencies);

    [Filter("Lines[0].Where.Place = {place} OR Prices[{key}].Amount > {least}")]
    ValueTask<Bill[]> PlacedOrDear(string owner, int place, string key, decimal least);

    [Update("SET Lines[{line}].Count = {count}"), Condition("Lines[{line}].Count < {count}")]
    ValueTask<Bill> UpdateLine(string owner, int id, int line, int count);

    [Filter("Lines[{line}].Count = {count}")]
    ValueTask<Bill[]> WithLine(string owner, int line, int? count = null);

    [Update("SET Fee.Amount = Fee.Amount + {by}, Lines[1].Where.Row = {row}, Prices[{key}].Currency = 'CHF' ADD Range.Low 10")]
    [Condition("Fee.Currency = {currency} AND Range.Low < {most}")]
    ValueTask<Bill> UpdateElements(string owner, int id, decimal by, int row, string key, string currency, int most);
}
