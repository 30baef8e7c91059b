using DynamoGen.StreamProof;

if (args is ["worker", var endpoint])
{
    await Worker.RunAsync(endpoint);
    return 0;
}

var size = args switch
{
    ["whole"] => new ProofSize(5_000, 20, 20, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(3)),
    [] or ["short"] => new ProofSize(100, 10, 2, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1)),
    _ => null,
};
if (size is null)
{
    Console.Error.WriteLine("short | whole");
    return 2;
}

return await Proof.RunAsync(size) ? 0 : 1;
